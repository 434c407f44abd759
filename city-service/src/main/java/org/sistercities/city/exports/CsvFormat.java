package org.sistercities.city.exports;

import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.sistercities.city.registry.CitySummary;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Comma-separated values (RFC 4180) with the columns that the import reads. */
@Component
class CsvFormat implements ExportFormat {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");
    private static final int LENGTH_OF_YEAR = 4;

    @Override
    public MediaType mediaType() {
        return CSV;
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String begin() {
        return "cityAId,cityAName,cityACountry,cityBId,cityBName,cityBCountry,moreCityIds,sinceYear,since,kind,status,id\r\n";
    }

    @Override
    public String write(ExportedPartnership exported) {
        var a = exported.cities().get(0);
        var b = exported.cities().get(1);
        var more = exported.cities().stream().skip(2).map(CitySummary::id).collect(Collectors.joining(" "));
        var since = exported.since() == null ? "" : exported.since();
        return CSVFormat.RFC4180.format(
                a.id(),
                a.name(),
                a.countryCode(),
                b.id(),
                b.name(),
                b.countryCode(),
                more,
                since.substring(0, Math.min(LENGTH_OF_YEAR, since.length())),
                since,
                exported.partnership().kind(),
                exported.partnership().status(),
                exported.id());
    }

    @Override
    public String separator() {
        return "\r\n";
    }

    @Override
    public String end() {
        return "\r\n";
    }
}
