/**
 * Documents as people in offices know them: a title, ruled grids, lines to sign on. One description
 * is rendered as PDF and as xlsx, and the same description always to the same bytes.
 */
@NullMarked
package cn.fupin.documents.page;

import org.jspecify.annotations.NullMarked;
