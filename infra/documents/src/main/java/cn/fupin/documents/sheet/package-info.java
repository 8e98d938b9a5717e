/** Reads the sheets that clerks send, whatever program wrote them, and writes sheets for them. */
@NullMarked
package cn.fupin.documents.sheet;

import org.jspecify.annotations.NullMarked;
