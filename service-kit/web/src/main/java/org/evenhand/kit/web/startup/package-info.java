/** What must be true before a service takes its first request. */
@NullMarked
package org.evenhand.kit.web.startup;

import org.jspecify.annotations.NullMarked;
