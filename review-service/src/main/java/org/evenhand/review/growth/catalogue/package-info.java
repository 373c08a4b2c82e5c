/** What the company offers to learn with: written by HR, read by all, with seats that end. */
@NullMarked
package org.evenhand.review.growth.catalogue;

import org.jspecify.annotations.NullMarked;
