# One recipe for every service; docker compose builds it with MODULE set. It needs the jars: mvn package -DskipTests.
FROM eclipse-temurin:25.0.1_8-jre-noble AS extracted
ARG MODULE
WORKDIR /work
COPY ${MODULE}/target/${MODULE}-*.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination layers

FROM eclipse-temurin:25.0.1_8-jre-noble
RUN useradd --system --uid 10001 --no-create-home service
WORKDIR /app
# What changes seldom comes first, so that a new version ships little.
COPY --from=extracted /work/layers/dependencies/ ./
COPY --from=extracted /work/layers/spring-boot-loader/ ./
COPY --from=extracted /work/layers/snapshot-dependencies/ ./
COPY --from=extracted /work/layers/application/ ./
# A training run up to the refreshed context, which touches neither MongoDB nor Kafka, makes the ahead-of-time cache.
RUN java -XX:+UseCompactObjectHeaders -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh \
    -Dspring.security.oauth2.resourceserver.jwt.issuer-uri=http://localhost \
    -Dsistercities.registration.link-secret=for-the-training-run-and-of-no-use-elsewhere \
    -Dsistercities.stories.preview-secret=for-the-training-run-and-of-no-use-elsewhere -jar app.jar \
    && chmod -R a+rX /app
USER 10001
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
ENTRYPOINT ["java", "-XX:+UseCompactObjectHeaders", "-XX:AOTCache=app.aot", "-jar", "app.jar"]
