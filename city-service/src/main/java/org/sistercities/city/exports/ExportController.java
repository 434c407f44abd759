package org.sistercities.city.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.partnership.PartnershipSummary;
import org.sistercities.city.registry.Cities;
import org.sistercities.platform.security.Public;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.NotAcceptableStatusException;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Exports over HTTP: what the client accepts, or what the address ends in. Written while it is sent, as fast as the client takes
 * it; what changes meanwhile may or may not be in it.
 */
@RestController
@RequestMapping("/api/v1/partnerships")
@Public
class ExportController {
    private static final int AT_ONCE = 100;

    private final Network network;
    private final Cities cities;
    private final List<ExportFormat> formats;

    ExportController(Network network, Cities cities, List<ExportFormat> formats) {
        this.network = network;
        this.cities = cities;
        this.formats = formats.stream()
                .sorted(Comparator.comparing(ExportFormat::extension)) // csv first: for clients that take anything
                .toList();
    }

    @GetMapping("/export")
    ResponseEntity<Flux<DataBuffer>> negotiated(ServerHttpRequest request) {
        return export(accepted(request.getHeaders().getAccept()));
    }

    @GetMapping("/export.{extension:csv|geojson|jsonld}")
    ResponseEntity<Flux<DataBuffer>> named(@PathVariable String extension) {
        return export(formats.stream()
                .filter(format -> format.extension().equals(extension))
                .findFirst()
                .orElseThrow());
    }

    private ExportFormat accepted(List<MediaType> accept) {
        if (accept.isEmpty()) return formats.getFirst();
        return accept.stream()
                .filter(type -> type.getQualityValue() > 0)
                .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                        .reversed()) // stable: else as the client wrote it
                .flatMap(type -> formats.stream().filter(format -> type.includes(format.mediaType())))
                .findFirst()
                .orElseThrow(() -> new NotAcceptableStatusException(
                        formats.stream().map(ExportFormat::mediaType).toList()));
    }

    private ResponseEntity<Flux<DataBuffer>> export(ExportFormat format) {
        var standing = network.all().stream()
                .filter(partnership -> partnership.status().isStanding())
                .sorted(Comparator.comparing(PartnershipSummary::id))
                .toList();
        return ResponseEntity.ok()
                .contentType(format.mediaType())
                .header("Vary", "Accept")
                .header("Content-Disposition", "inline; filename=\"partnerships." + format.extension() + "\"")
                .body(streamed(format, standing));
    }

    private Flux<DataBuffer> streamed(ExportFormat format, List<PartnershipSummary> standing) {
        var lines = Flux.fromIterable(standing)
                .buffer(AT_ONCE)
                .map(some -> written(format, some))
                .filter(text -> !text.isEmpty());
        return Flux.concat(Flux.just(format.begin()), separated(format, lines), Flux.just(format.end()))
                .map(text -> (DataBuffer) DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(UTF_8)))
                .subscribeOn(Schedulers.boundedElastic()); // not on the thread that serves the other connections
    }

    private static Flux<String> separated(ExportFormat format, Flux<String> lines) {
        return lines.index((place, text) -> place == 0 ? text : format.separator() + text);
    }

    private String written(ExportFormat format, List<PartnershipSummary> some) {
        return some.stream()
                .map(partnership -> new ExportedPartnership(
                        partnership,
                        partnership.cityIds().stream()
                                .flatMap(id -> cities.find(id).stream())
                                .toList()))
                .filter(exported -> exported.cities().size() > 1)
                .map(format::write)
                .collect(Collectors.joining(format.separator()));
    }
}
