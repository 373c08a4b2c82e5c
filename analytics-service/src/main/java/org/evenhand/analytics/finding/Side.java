package org.evenhand.analytics.finding;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The two sides that answer a finding together: HR, and the managers whose people it is about. */
@Schema(name = "FindingSide")
public enum Side {
  HR,
  MANAGER
}
