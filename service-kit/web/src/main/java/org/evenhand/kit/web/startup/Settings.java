package org.evenhand.kit.web.startup;

import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** The settings of this run, as the checks ask for them. */
public final class Settings {

  private final Config config;

  public Settings(Config config) {
    this.config = config;
  }

  /**
   * Empty when it isn't set, is set to nothing, or refers to a property that isn't set; Quarkus
   * itself reports the last case.
   */
  public Optional<String> value(String property) {
    try {
      return config.getOptionalValue(property, String.class).map(String::strip);
    } catch (NoSuchElementException e) {
      return Optional.empty();
    }
  }

  public boolean is(String property, String value) {
    return value(property).filter(value::equalsIgnoreCase).isPresent();
  }

  /** Whether it is set to nothing, which for some properties switches a check off. */
  public boolean isEmptied(String property) {
    String raw = config.getConfigValue(property).getValue();
    return raw != null && raw.isBlank();
  }

  /**
   * The names of the properties that are set for this profile below these roots. Environment
   * variables are included as they are written there; properties of other profiles aren't.
   */
  public Stream<String> names(String... roots) {
    return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(name -> Stream.of(roots).anyMatch(root -> dotted(name).startsWith(root + ".")))
        .distinct()
        .sorted();
  }

  /** A name as in {@code application.properties}, as far as that of a variable tells. */
  public static String dotted(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT))
        ? name.toLowerCase(Locale.ROOT).replace('_', '.')
        : name;
  }
}
