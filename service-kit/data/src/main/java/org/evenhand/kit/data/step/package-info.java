/** The one way in which a person changes something, and how it is told. */
@NullMarked
package org.evenhand.kit.data.step;

import org.jspecify.annotations.NullMarked;
