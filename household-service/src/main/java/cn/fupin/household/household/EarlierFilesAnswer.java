package cn.fupin.household.household;

import cn.fupin.backbone.command.Access;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.command.UnknownId;
import cn.fupin.household.household.EarlierFiles.EarlierFile;
import cn.fupin.household.household.EarlierFiles.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** 曾建档, for whoever takes up an application: what is on file of its members from before. */
@Configuration(proxyBeanMethods = false)
class EarlierFilesAnswer {
    private static final String READ = "household.earlier-files";

    record Answered(String householdId, List<Found> earlierFiles) {}

    /**
     * @param earlierHouseholdId null, and left out, where it lies in a region that whoever asks may
     *     not see
     */
    record Found(
            @Nullable String earlierHouseholdId,
            LocalDate registeredOn,
            Outcome outcome,
            @Nullable LocalDate since,
            List<String> personIds) {}

    private final EarlierFiles files;
    private final HouseholdPlaces places;

    EarlierFilesAnswer(EarlierFiles files, HouseholdPlaces places) {
        this.files = files;
        this.places = places;
    }

    @Bean
    RouterFunction<ServerResponse> earlierFileRoutes(Reads reads) {
        return RouterFunctions.route()
                .GET(
                        "/households/{householdId}/earlier-files",
                        request ->
                                reads.of(
                                        request,
                                        READ,
                                        entry -> {
                                            var id = request.pathVariable("householdId");
                                            HouseholdCommand.checkId(id);
                                            var place = places.of(id);
                                            if (place == null)
                                                throw new UnknownId("householdId", id);
                                            reads.check(entry, READ, place.region());
                                            return Reads.json(
                                                    new Answered(
                                                            id,
                                                            files.of(id).stream()
                                                                    .map(EarlierFilesAnswer::found)
                                                                    .toList()));
                                        }))
                .build();
    }

    private static Found found(EarlierFile file) {
        return new Found(
                Access.covers(file.region()) ? file.householdId() : null,
                file.registeredOn(),
                file.outcome(),
                file.since(),
                file.personIds());
    }
}
