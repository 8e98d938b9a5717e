package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.household.intake.ImportFile;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * 20,000 households with 70,000 members, from the file onto the register; not part of the normal
 * run: {@code mvn -pl household-service -am test -Dtest=ImportBenchmark#twenty*
 * -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.compiler=-XX:TieredStopAtLevel=4
 * -Dfupin.test.durable=true}, compiled as a deployed service is and on a disk. And the archive of a
 * township: {@code -Dtest=ImportBenchmark#a_township*}.
 */
class ImportBenchmark {
    private static final int OF_A_VILLAGE = 200;

    @Test
    void twenty_thousand_households_arrive_within_five_minutes() {
        imported(Integer.getInteger("households", 20_000), 100_000);
    }

    /** 乡电子档案 of a large township: each household's form twice, as PDF and xlsx. */
    @Test
    void a_township_of_two_thousand_households_has_its_archive() {
        var households = Integer.getInteger("archive", 2_000);
        var township = imported(households, 500_000);
        var begun = System.nanoTime();
        var archive =
                ImportTest.send(
                        ImportTest.to("/townships/" + township.town + "/documents/archive")
                                .timeout(Duration.ofHours(1))
                                .GET());
        var seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(archive.statusCode()).isEqualTo(200);
        System.out.printf(
                "archive of %d households: %.1f MB in %.1f s, %.0f households a second%n",
                households, archive.body().length / 1e6, seconds, households / seconds);
    }

    /** The members' numbers run from {@code firstPerson} on: nobody is in two townships. */
    private static Township imported(int households, int firstPerson) {
        var township = Township.ready(10 * households);
        var file = new ImportFile(township.village);
        var person = firstPerson;
        for (var i = 0; i < households; i++) {
            var village = "%s%03d".formatted(township.town.substring(0, 9), 201 + i / OF_A_VILLAGE);
            if (i % OF_A_VILLAGE == 0) {
                if (i > 0) {
                    township.done(
                            township.list(village, "第" + i + "村", "VILLAGE", township.town, true));
                }
                file.course().lastCourse("行政村编码", village);
            }
            var persons = 3 + i % 2;
            file.household("H" + i, persons).with(i, "行政村编码", village);
            for (var j = 0; j < persons; j++) {
                file.member("H" + i, "张某", ImportFile.number(person++), j == 0 ? "户主" : "子女");
            }
        }
        var bytes = file.xlsx();
        var begun = System.nanoTime();
        var upload =
                ImportTest.json(
                        ImportTest.send(
                                ImportTest.to("/imports?region=" + township.town)
                                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))),
                        200);
        var checked = System.nanoTime();
        assertThat(upload.path("badHouseholds").asInt())
                .as(upload.path("findings").toString())
                .isZero();
        var path = "/imports/" + upload.path("importId").asString();
        ImportTest.json(
                ImportTest.send(
                        ImportTest.to(path + "/run").POST(HttpRequest.BodyPublishers.noBody())),
                202);
        var status = upload;
        while (!status.path("state").asString().equals("DONE")) {
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            status = ImportTest.json(ImportTest.send(ImportTest.to(path).GET()), 200);
            System.out.printf(
                    "%s %d %% after %.0f s %s%n",
                    status.path("phase").asString(""),
                    status.path("percent").asInt(),
                    status.path("seconds").asDouble(),
                    status.path("outcomes"));
        }
        System.out.printf(
                "%d households, %d members, %.1f MB: checked in %.1f s, entered in %.1f s%n",
                households,
                person - firstPerson,
                bytes.length / 1e6,
                (checked - begun) / 1e9,
                (System.nanoTime() - checked) / 1e9);
        assertThat(status.path("outcomes").path("entered").asInt()).isEqualTo(households);
        return township;
    }
}
