package org.evenhand.review.directory.reading;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who works here, as every colleague may know them. */
@Schema(
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000011", "externalId": "L011", "name": "José Núñez",
         "orgUnit": "customer-care", "jobFamily": "service"}
        """)
record Colleague(UUID id, String externalId, String name, String orgUnit, String jobFamily) {}
