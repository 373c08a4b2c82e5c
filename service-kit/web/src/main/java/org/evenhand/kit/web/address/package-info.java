/** Where this deployment is reached from outside. */
@NullMarked
package org.evenhand.kit.web.address;

import org.jspecify.annotations.NullMarked;
