/** The dates of a person, from all services: as JSON, and as a feed for calendar clients. */
@NullMarked
package org.evenhand.gateway.calendar;

import org.jspecify.annotations.NullMarked;
