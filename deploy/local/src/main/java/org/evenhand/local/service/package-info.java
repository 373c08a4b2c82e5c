/** The packaged Quarkus services as processes. */
@NullMarked
package org.evenhand.local.service;

import org.jspecify.annotations.NullMarked;
