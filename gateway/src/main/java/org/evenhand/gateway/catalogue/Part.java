package org.evenhand.gateway.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.evenhand.gateway.routing.Upstream;

/** The document of one service. */
record Part(Upstream upstream, ObjectNode document) {}
