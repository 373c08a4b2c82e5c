/** The API as the people and systems of the journey call it. */
@NullMarked
package org.evenhand.local.journey.api;

import org.jspecify.annotations.NullMarked;
