@NullMarked
package org.evenhand.consumer;

import org.jspecify.annotations.NullMarked;
