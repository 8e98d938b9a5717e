/** Personal data: resolved to a person's id by a keyed index, sealed with the person's key. */
@NullMarked
package cn.fupin.household.vault;

import org.jspecify.annotations.NullMarked;
