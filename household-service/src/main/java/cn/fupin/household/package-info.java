/**
 * The register of poor households 建档立卡: identification, help, exit and relapse, and what they stand
 * on.
 */
@NullMarked
package cn.fupin.household;

import org.jspecify.annotations.NullMarked;
