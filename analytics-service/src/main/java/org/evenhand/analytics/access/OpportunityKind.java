package org.evenhand.analytics.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people apply for. */
@Schema(name = "AuditedOpportunities")
public enum OpportunityKind {
  STRETCH,
  PROJECT,
  MOVE,
  SUCCESSION
}
