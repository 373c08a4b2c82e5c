/** Takes in large files in bounded memory and applies them chunk by chunk. */
@NullMarked
package org.evenhand.kit.data.imports;

import org.jspecify.annotations.NullMarked;
