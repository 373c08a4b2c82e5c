/** How files of other systems are read; imports ask for a mapping by its name. */
@NullMarked
package org.evenhand.review.importmapping;

import org.jspecify.annotations.NullMarked;
