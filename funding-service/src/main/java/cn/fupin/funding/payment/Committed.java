package cn.fupin.funding.payment;

import java.time.LocalDate;

/** A commitment as a payment needs it: for which project, where and since when. */
record Committed(String projectId, String region, LocalDate committedOn) {}
