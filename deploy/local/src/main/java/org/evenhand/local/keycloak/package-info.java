/** Keycloak from its distribution, with the realm and the demo people. */
@NullMarked
package org.evenhand.local.keycloak;

import org.jspecify.annotations.NullMarked;
