/** Whether the auditor finds what it should, and nothing else. */
@NullMarked
package cn.fupin.acceptance.audit;

import org.jspecify.annotations.NullMarked;
