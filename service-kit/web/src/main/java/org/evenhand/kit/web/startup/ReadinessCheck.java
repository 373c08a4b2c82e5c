package org.evenhand.kit.web.startup;

import java.util.stream.Stream;

/**
 * Looks for settings that must not reach production, among those of one feature. Found by {@link
 * java.util.ServiceLoader} and not as a bean: it runs before there are any.
 */
public interface ReadinessCheck {

  Stream<Fault> faults(Settings settings);
}
