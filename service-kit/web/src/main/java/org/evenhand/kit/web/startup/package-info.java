/** What must be true before a service opens anything: a port, a database, a connection. */
@NullMarked
package org.evenhand.kit.web.startup;

import org.jspecify.annotations.NullMarked;
