/**
 * The journeys through the gateway that a newcomer sees; their chapters and their API client have
 * rooms of their own.
 */
@NullMarked
package org.evenhand.local.journey;

import org.jspecify.annotations.NullMarked;
