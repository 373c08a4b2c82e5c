/** The tasks of a person, from all services. */
@NullMarked
package org.evenhand.gateway.tasks;

import org.jspecify.annotations.NullMarked;
