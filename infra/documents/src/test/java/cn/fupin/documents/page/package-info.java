@NullMarked
package cn.fupin.documents.page;

import org.jspecify.annotations.NullMarked;
