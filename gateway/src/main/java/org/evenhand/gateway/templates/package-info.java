/** The texts that a company can begin with, from the services that have any. */
@NullMarked
package org.evenhand.gateway.templates;

import org.jspecify.annotations.NullMarked;
