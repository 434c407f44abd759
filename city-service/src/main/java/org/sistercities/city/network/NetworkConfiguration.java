package org.sistercities.city.network;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets surveys run by themselves. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class NetworkConfiguration {}
