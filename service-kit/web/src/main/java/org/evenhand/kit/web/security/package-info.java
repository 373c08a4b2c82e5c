/** Who calls, with which roles. */
@NullMarked
package org.evenhand.kit.web.security;

import org.jspecify.annotations.NullMarked;
