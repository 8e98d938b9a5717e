package cn.fupin.reporting.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * What a text leaves open about a figure.
 *
 * @param candidates what could explain it; none of them is claimed, by the text or here
 */
public record OpenQuestion(String zh, String en, List<Candidate> candidates) {
    public record Candidate(String zh, String en) {}

    OpenQuestion or(String candidateZh, String candidateEn) {
        var more = new ArrayList<>(candidates);
        more.add(new Candidate(candidateZh, candidateEn));
        return new OpenQuestion(zh, en, List.copyOf(more));
    }
}
