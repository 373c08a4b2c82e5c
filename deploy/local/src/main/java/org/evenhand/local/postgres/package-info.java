/** PostgreSQL from the zonky binaries. */
@NullMarked
package org.evenhand.local.postgres;

import org.jspecify.annotations.NullMarked;
