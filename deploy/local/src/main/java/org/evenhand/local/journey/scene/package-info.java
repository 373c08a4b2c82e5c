/** What the chapters of a live cycle share. */
@NullMarked
package org.evenhand.local.journey.scene;

import org.jspecify.annotations.NullMarked;
