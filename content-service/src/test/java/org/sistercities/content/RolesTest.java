package org.sistercities.content;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.platform.testing.RealServices;
import org.sistercities.platform.testing.RolesWalk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealServices.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RolesTest {

    @Test
    void each_door_opens_for_whom_the_table_says(@Autowired ApplicationContext context, @LocalServerPort int port)
            throws Exception {
        RolesWalk.walk(context, port, "content-service");
    }
}
