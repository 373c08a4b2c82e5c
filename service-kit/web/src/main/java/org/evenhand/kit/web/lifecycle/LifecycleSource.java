package org.evenhand.kit.web.lifecycle;

/** Names an aggregate's lifecycle for the API's document; found as a {@code ServiceLoader} does. */
public interface LifecycleSource {

  /** The schema of the aggregate, as the document calls it. */
  String schema();

  Lifecycle<?> lifecycle();
}
