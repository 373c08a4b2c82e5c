package org.evenhand.kit.data.imports;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells whoever asks how an import goes when it is worth asking again. */
public class ImportPace {

  static final int SECONDS = 2;

  @ServerResponseFilter
  public void tell(ContainerResponseContext response) {
    if (response.getEntity() instanceof ImportView view && view.finishedAt() == null) {
      response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, SECONDS);
    }
  }
}
