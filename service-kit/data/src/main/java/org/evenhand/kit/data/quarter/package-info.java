/** What is told of each calendar quarter, in numbers, once. */
@NullMarked
package org.evenhand.kit.data.quarter;

import org.jspecify.annotations.NullMarked;
