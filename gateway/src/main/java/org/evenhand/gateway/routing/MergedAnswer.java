package org.evenhand.gateway.routing;

import io.vertx.ext.web.RoutingContext;

/** Answers a GET to which every service has something to say. One bean for each such path. */
public interface MergedAnswer {

  String path();

  /** The caller is known and admitted. */
  void answer(RoutingContext routing);
}
