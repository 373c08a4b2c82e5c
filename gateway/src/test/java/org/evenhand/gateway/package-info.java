@NullMarked
package org.evenhand.gateway;

import org.jspecify.annotations.NullMarked;
