/** What must be true of the database and of Kafka before a service opens either. */
@NullMarked
package org.evenhand.kit.data.startup;

import org.jspecify.annotations.NullMarked;
