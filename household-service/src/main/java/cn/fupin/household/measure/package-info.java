/** Which kinds of help measures a division has in its scheme, from when to when. */
@NullMarked
package cn.fupin.household.measure;

import org.jspecify.annotations.NullMarked;
