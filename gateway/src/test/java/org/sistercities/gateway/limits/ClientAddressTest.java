package org.sistercities.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientAddressTest {

    @Test
    void without_proxies_of_ours_only_the_peer_counts() {
        assertThat(address("", "203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            203.0.113.9 | 198.51.100.1                      | 203.0.113.9
            10.0.0.1    | 198.51.100.1                      | 198.51.100.1
            10.0.0.1    | 6.6.6.6, 198.51.100.1             | 198.51.100.1
            10.0.0.1    | 6.6.6.6, 198.51.100.1, 10.0.0.2   | 198.51.100.1
            10.0.0.1    | 10.0.0.3                          | 10.0.0.3
            10.0.0.1    | evil.example                      | 10.0.0.1
            10.0.0.1    | 198.51.100.1, unknown             | 10.0.0.1
            10.0.0.1    | ''                                | 10.0.0.1
            """)
    void behind_our_proxies_it_is_the_last_address_that_is_none_of_them(String peer, String forwarded, String client) {
        assertThat(address("10\\.0\\.0\\.\\d+", peer, forwarded)).isEqualTo(client);
    }

    @Test
    void a_network_of_ipv6_is_one_client() {
        assertThat(address("", "2001:db8:1:2::1", ""))
                .isEqualTo(address("", "2001:db8:1:2:ffff:1:2:3", ""))
                .isNotEqualTo(address("", "2001:db8:1:3::1", ""));
        assertThat(address("", "::ffff:203.0.113.9", "")).isEqualTo("203.0.113.9");
    }

    private static String address(String proxies, String peer, String forwarded) {
        var properties = new GatewayProperties();
        properties.setTrustedProxies(proxies);
        var request = MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral(peer), 1))
                .header("X-Forwarded-For", forwarded)
                .build();
        return new ClientAddress(properties).of(request);
    }
}
