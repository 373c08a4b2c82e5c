/** A packaged service as a tool: {@code java -jar quarkus-run.jar verify-audit}. */
@NullMarked
package org.evenhand.kit.data.command;

import org.jspecify.annotations.NullMarked;
