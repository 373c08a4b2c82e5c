/**
 * Texts that a company can begin with, of each kind that a service has; {@code /v1/templates}. They
 * lie under the service's resources.
 */
@NullMarked
package org.evenhand.kit.data.template;

import org.jspecify.annotations.NullMarked;
