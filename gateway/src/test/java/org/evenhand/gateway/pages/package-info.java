@NullMarked
package org.evenhand.gateway.pages;

import org.jspecify.annotations.NullMarked;
