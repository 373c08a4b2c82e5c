/** The statements that services send, as the server logs them, and the same sent by SQL alone. */
@NullMarked
package org.evenhand.bench.sql;

import org.jspecify.annotations.NullMarked;
