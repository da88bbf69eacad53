"""The FIT messages and fields this package knows by name: facts of the protocol, one field a line.

A line reads ``number name base-type [unit] [/scale] [-offset]``; the value is ``raw / scale - offset``.
Instead of a unit, ``time`` is a moment and ``=table`` a word of that table in ``words.py``; ``-`` is "no
unit". ``/semicircle`` turns the protocol's half circles into degrees. What is not here decodes as
``unknown_<number>``.
"""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, tuple[int, str]]] = {
    "file_id": (
        0,
        """
        0 type enum =file
        1 manufacturer uint16 =manufacturer
        2 product uint16
        3 serial_number uint32z
        4 time_created uint32 time
        5 number uint16
        8 product_name string
        """,
    ),
    "user_profile": (
        3,
        """
        1 gender enum =gender
        2 age uint8 years
        3 height uint8 m /100
        4 weight uint16 kg /10
        8 resting_heart_rate uint8 bpm
        9 default_max_running_heart_rate uint8 bpm
        10 default_max_biking_heart_rate uint8 bpm
        11 default_max_heart_rate uint8 bpm
        31 user_running_step_length uint16 m /1000
        32 user_walking_step_length uint16 m /1000
        254 message_index uint16
        """,
    ),
    "zones_target": (
        7,
        """
        1 max_heart_rate uint8 bpm
        2 threshold_heart_rate uint8 bpm
        3 functional_threshold_power uint16 W
        """,
    ),
    "hr_zone": (
        8,
        """
        1 high_bpm uint8 bpm
        2 name string
        254 message_index uint16
        """,
    ),
    "power_zone": (
        9,
        """
        1 high_value uint16 W
        2 name string
        254 message_index uint16
        """,
    ),
    "sport": (
        12,
        """
        0 sport enum =sport
        1 sub_sport enum =sub_sport
        3 name string
        """,
    ),
    "session": (
        18,
        """
        0 event enum =event
        1 event_type enum =event_type
        2 start_time uint32 time
        3 start_position_lat sint32 deg /semicircle
        4 start_position_long sint32 deg /semicircle
        5 sport enum =sport
        6 sub_sport enum =sub_sport
        7 total_elapsed_time uint32 s /1000
        8 total_timer_time uint32 s /1000
        9 total_distance uint32 m /100
        10 total_cycles uint32 cycles
        11 total_calories uint16 kcal
        13 total_fat_calories uint16 kcal
        14 avg_speed uint16 m/s /1000
        15 max_speed uint16 m/s /1000
        16 avg_heart_rate uint8 bpm
        17 max_heart_rate uint8 bpm
        18 avg_cadence uint8 rpm
        19 max_cadence uint8 rpm
        20 avg_power uint16 W
        21 max_power uint16 W
        22 total_ascent uint16 m
        23 total_descent uint16 m
        24 total_training_effect uint8 - /10
        25 first_lap_index uint16
        26 num_laps uint16
        27 event_group uint8
        28 trigger enum =session_trigger
        33 num_lengths uint16 lengths
        34 normalized_power uint16 W
        35 training_stress_score uint16 - /10
        36 intensity_factor uint16 - /1000
        37 left_right_balance uint16
        38 end_position_lat sint32 deg /semicircle
        39 end_position_long sint32 deg /semicircle
        41 avg_stroke_count uint32 strokes/lap /10
        42 avg_stroke_distance uint16 m /100
        43 swim_stroke enum =swim_stroke
        44 pool_length uint16 m /100
        45 threshold_power uint16 W
        46 pool_length_unit enum =display_measure
        47 num_active_lengths uint16 lengths
        48 total_work uint32 J
        49 avg_altitude uint16 m /5 -500
        50 max_altitude uint16 m /5 -500
        51 gps_accuracy uint8 m
        52 avg_grade sint16 % /100
        53 avg_pos_grade sint16 % /100
        54 avg_neg_grade sint16 % /100
        55 max_pos_grade sint16 % /100
        56 max_neg_grade sint16 % /100
        57 avg_temperature sint8 C
        58 max_temperature sint8 C
        59 total_moving_time uint32 s /1000
        60 avg_pos_vertical_speed sint16 m/s /1000
        61 avg_neg_vertical_speed sint16 m/s /1000
        62 max_pos_vertical_speed sint16 m/s /1000
        63 max_neg_vertical_speed sint16 m/s /1000
        64 min_heart_rate uint8 bpm
        65 time_in_hr_zone uint32 s /1000
        66 time_in_speed_zone uint32 s /1000
        67 time_in_cadence_zone uint32 s /1000
        68 time_in_power_zone uint32 s /1000
        69 avg_lap_time uint32 s /1000
        70 best_lap_index uint16
        71 min_altitude uint16 m /5 -500
        85 stroke_count uint16
        89 avg_vertical_oscillation uint16 mm /10
        90 avg_stance_time_percent uint16 % /100
        91 avg_stance_time uint16 ms /10
        92 avg_fractional_cadence uint8 rpm /128
        93 max_fractional_cadence uint8 rpm /128
        94 total_fractional_cycles uint8 cycles /128
        101 avg_left_torque_effectiveness uint8 % /2
        102 avg_right_torque_effectiveness uint8 % /2
        103 avg_left_pedal_smoothness uint8 % /2
        104 avg_right_pedal_smoothness uint8 % /2
        105 avg_combined_pedal_smoothness uint8 % /2
        110 sport_profile_name string
        111 sport_index uint8
        112 time_standing uint32 s /1000
        124 enhanced_avg_speed uint32 m/s /1000
        125 enhanced_max_speed uint32 m/s /1000
        126 enhanced_avg_altitude uint32 m /5 -500
        127 enhanced_min_altitude uint32 m /5 -500
        128 enhanced_max_altitude uint32 m /5 -500
        132 avg_vertical_ratio uint16 % /100
        133 avg_stance_time_balance uint16 % /100
        134 avg_step_length uint16 mm /10
        137 total_anaerobic_training_effect uint8 - /10
        139 avg_vam uint16 m/s /1000
        140 avg_depth uint32 m /1000
        141 max_depth uint32 m /1000
        147 avg_respiration_rate uint8 breaths/min
        148 max_respiration_rate uint8 breaths/min
        149 min_respiration_rate uint8 breaths/min
        150 min_temperature sint8 C
        168 training_load_peak sint32 - /65536
        169 enhanced_avg_respiration_rate uint16 breaths/min /100
        170 enhanced_max_respiration_rate uint16 breaths/min /100
        180 enhanced_min_respiration_rate uint16 breaths/min /100
        192 workout_feel uint8
        193 workout_rpe uint8
        195 avg_stress uint8 %
        197 sdrr_hrv uint8 ms
        198 rmssd_hrv uint8 ms
        199 total_fractional_ascent uint8 m /100
        200 total_fractional_descent uint8 m /100
        208 avg_core_temperature uint16 C /100
        209 min_core_temperature uint16 C /100
        210 max_core_temperature uint16 C /100
        253 timestamp uint32 time
        254 message_index uint16
        """,
    ),
    "lap": (
        19,
        """
        0 event enum =event
        1 event_type enum =event_type
        2 start_time uint32 time
        3 start_position_lat sint32 deg /semicircle
        4 start_position_long sint32 deg /semicircle
        5 end_position_lat sint32 deg /semicircle
        6 end_position_long sint32 deg /semicircle
        7 total_elapsed_time uint32 s /1000
        8 total_timer_time uint32 s /1000
        9 total_distance uint32 m /100
        10 total_cycles uint32 cycles
        11 total_calories uint16 kcal
        12 total_fat_calories uint16 kcal
        13 avg_speed uint16 m/s /1000
        14 max_speed uint16 m/s /1000
        15 avg_heart_rate uint8 bpm
        16 max_heart_rate uint8 bpm
        17 avg_cadence uint8 rpm
        18 max_cadence uint8 rpm
        19 avg_power uint16 W
        20 max_power uint16 W
        21 total_ascent uint16 m
        22 total_descent uint16 m
        23 intensity enum =intensity
        24 lap_trigger enum =lap_trigger
        25 sport enum =sport
        26 event_group uint8
        32 num_lengths uint16 lengths
        33 normalized_power uint16 W
        34 left_right_balance uint16
        35 first_length_index uint16
        37 avg_stroke_distance uint16 m /100
        38 swim_stroke enum =swim_stroke
        39 sub_sport enum =sub_sport
        40 num_active_lengths uint16 lengths
        41 total_work uint32 J
        42 avg_altitude uint16 m /5 -500
        43 max_altitude uint16 m /5 -500
        44 gps_accuracy uint8 m
        45 avg_grade sint16 % /100
        46 avg_pos_grade sint16 % /100
        47 avg_neg_grade sint16 % /100
        48 max_pos_grade sint16 % /100
        49 max_neg_grade sint16 % /100
        50 avg_temperature sint8 C
        51 max_temperature sint8 C
        52 total_moving_time uint32 s /1000
        53 avg_pos_vertical_speed sint16 m/s /1000
        54 avg_neg_vertical_speed sint16 m/s /1000
        55 max_pos_vertical_speed sint16 m/s /1000
        56 max_neg_vertical_speed sint16 m/s /1000
        57 time_in_hr_zone uint32 s /1000
        58 time_in_speed_zone uint32 s /1000
        59 time_in_cadence_zone uint32 s /1000
        60 time_in_power_zone uint32 s /1000
        61 repetition_num uint16
        62 min_altitude uint16 m /5 -500
        63 min_heart_rate uint8 bpm
        71 wkt_step_index uint16
        75 stroke_count uint16
        77 avg_vertical_oscillation uint16 mm /10
        78 avg_stance_time_percent uint16 % /100
        79 avg_stance_time uint16 ms /10
        80 avg_fractional_cadence uint8 rpm /128
        81 max_fractional_cadence uint8 rpm /128
        82 total_fractional_cycles uint8 cycles /128
        91 avg_left_torque_effectiveness uint8 % /2
        92 avg_right_torque_effectiveness uint8 % /2
        93 avg_left_pedal_smoothness uint8 % /2
        94 avg_right_pedal_smoothness uint8 % /2
        95 avg_combined_pedal_smoothness uint8 % /2
        98 time_standing uint32 s /1000
        110 enhanced_avg_speed uint32 m/s /1000
        111 enhanced_max_speed uint32 m/s /1000
        112 enhanced_avg_altitude uint32 m /5 -500
        113 enhanced_min_altitude uint32 m /5 -500
        114 enhanced_max_altitude uint32 m /5 -500
        118 avg_vertical_ratio uint16 % /100
        119 avg_stance_time_balance uint16 % /100
        120 avg_step_length uint16 mm /10
        121 avg_vam uint16 m/s /1000
        122 avg_depth uint32 m /1000
        123 max_depth uint32 m /1000
        124 min_temperature sint8 C
        136 enhanced_avg_respiration_rate uint16 breaths/min /100
        137 enhanced_max_respiration_rate uint16 breaths/min /100
        147 avg_respiration_rate uint8 breaths/min
        148 max_respiration_rate uint8 breaths/min
        156 total_fractional_ascent uint8 m /100
        157 total_fractional_descent uint8 m /100
        158 avg_core_temperature uint16 C /100
        159 min_core_temperature uint16 C /100
        160 max_core_temperature uint16 C /100
        253 timestamp uint32 time
        254 message_index uint16
        """,
    ),
    "record": (
        20,
        """
        0 position_lat sint32 deg /semicircle
        1 position_long sint32 deg /semicircle
        2 altitude uint16 m /5 -500
        3 heart_rate uint8 bpm
        4 cadence uint8 rpm
        5 distance uint32 m /100
        6 speed uint16 m/s /1000
        7 power uint16 W
        8 compressed_speed_distance byte
        9 grade sint16 % /100
        11 time_from_course sint32 s /1000
        12 cycle_length uint8 m /100
        13 temperature sint8 C
        17 speed_1s uint8 m/s /16
        18 cycles uint8
        19 total_cycles uint32 cycles
        28 compressed_accumulated_power uint16
        29 accumulated_power uint32 W
        30 left_right_balance uint8
        31 gps_accuracy uint8 m
        32 vertical_speed sint16 m/s /1000
        33 calories uint16 kcal
        39 vertical_oscillation uint16 mm /10
        40 stance_time_percent uint16 % /100
        41 stance_time uint16 ms /10
        42 activity_type enum =activity_type
        43 left_torque_effectiveness uint8 % /2
        44 right_torque_effectiveness uint8 % /2
        45 left_pedal_smoothness uint8 % /2
        46 right_pedal_smoothness uint8 % /2
        47 combined_pedal_smoothness uint8 % /2
        50 zone uint8
        52 cadence256 uint16 rpm /256
        53 fractional_cadence uint8 rpm /128
        62 device_index uint8
        73 enhanced_speed uint32 m/s /1000
        78 enhanced_altitude uint32 m /5 -500
        81 battery_soc uint8 % /2
        83 vertical_ratio uint16 % /100
        84 stance_time_balance uint16 % /100
        85 step_length uint16 mm /10
        87 cycle_length16 uint16 m /100
        91 absolute_pressure uint32 Pa
        92 depth uint32 m /1000
        99 respiration_rate uint8 breaths/min
        108 enhanced_respiration_rate uint16 breaths/min /100
        116 current_stress uint16 - /100
        139 core_temperature uint16 C /100
        253 timestamp uint32 time
        """,
    ),
    "event": (
        21,
        """
        0 event enum =event
        1 event_type enum =event_type
        2 data16 uint16
        3 data uint32
        4 event_group uint8
        13 device_index uint8
        15 start_timestamp uint32 time
        253 timestamp uint32 time
        """,
    ),
    "device_info": (
        23,
        """
        0 device_index uint8
        1 device_type uint8
        2 manufacturer uint16 =manufacturer
        3 serial_number uint32z
        4 product uint16
        5 software_version uint16 - /100
        6 hardware_version uint8
        7 cum_operating_time uint32 s
        10 battery_voltage uint16 V /256
        11 battery_status uint8
        18 sensor_position enum
        19 descriptor string
        25 source_type enum =source_type
        27 product_name string
        32 battery_level uint8 %
        253 timestamp uint32 time
        """,
    ),
    "workout": (
        26,
        """
        4 sport enum =sport
        5 capabilities uint32z
        6 num_valid_steps uint16
        8 wkt_name string
        11 sub_sport enum =sub_sport
        14 pool_length uint16 m /100
        15 pool_length_unit enum =display_measure
        17 wkt_description string
        254 message_index uint16
        """,
    ),
    "workout_step": (
        27,
        """
        0 wkt_step_name string
        1 duration_type enum =wkt_step_duration
        2 duration_value uint32
        3 target_type enum =wkt_step_target
        4 target_value uint32
        5 custom_target_value_low uint32
        6 custom_target_value_high uint32
        7 intensity enum =intensity
        8 notes string
        254 message_index uint16
        """,
    ),
    "activity": (
        34,
        """
        0 total_timer_time uint32 s /1000
        1 num_sessions uint16
        2 type enum =activity
        3 event enum =event
        4 event_type enum =event_type
        5 local_timestamp uint32 time
        6 event_group uint8
        253 timestamp uint32 time
        """,
    ),
    "file_creator": (
        49,
        """
        0 software_version uint16
        1 hardware_version uint8
        """,
    ),
    "hrv": (
        78,
        """
        0 time uint16 s /1000
        """,
    ),
    "length": (
        101,
        """
        0 event enum =event
        1 event_type enum =event_type
        2 start_time uint32 time
        3 total_elapsed_time uint32 s /1000
        4 total_timer_time uint32 s /1000
        5 total_strokes uint16 strokes
        6 avg_speed uint16 m/s /1000
        7 swim_stroke enum =swim_stroke
        9 avg_swimming_cadence uint8 strokes/min
        10 event_group uint8
        11 total_calories uint16 kcal
        12 length_type enum =length_type
        20 stroke_count uint16
        22 enhanced_avg_respiration_rate uint16 breaths/min /100
        23 enhanced_max_respiration_rate uint16 breaths/min /100
        24 avg_respiration_rate uint8 breaths/min
        25 max_respiration_rate uint8 breaths/min
        253 timestamp uint32 time
        254 message_index uint16
        """,
    ),
    "hr": (
        132,
        """
        0 fractional_timestamp uint16 s /32768
        1 time256 uint8 s /256
        6 filtered_bpm uint8 bpm
        9 event_timestamp uint32 s /1024
        10 event_timestamp_12 byte
        253 timestamp uint32 time
        """,
    ),
    "field_description": (
        206,
        """
        0 developer_data_index uint8
        1 field_definition_number uint8
        2 fit_base_type_id uint8
        3 field_name string
        4 array uint8
        6 scale uint8
        7 offset sint8
        8 units string
        14 native_mesg_num uint16
        15 native_field_num uint8
        """,
    ),
    "developer_data_id": (
        207,
        """
        0 developer_id byte
        1 application_id byte
        2 manufacturer_id uint16 =manufacturer
        3 developer_data_index uint8
        4 application_version uint32
        """,
    ),
    "monitoring": (
        55,
        """
        0 device_index uint8
        1 calories uint16 kcal
        2 distance uint32 m /100
        3 cycles uint32 cycles /2
        4 active_time uint32 s /1000
        5 activity_type enum =activity_type
        8 distance_16 uint16 100*m
        9 cycles_16 uint16 2*cycles_or_steps
        10 active_time_16 uint16 s
        11 local_timestamp uint32 time
        24 current_activity_type_intensity byte
        26 timestamp_16 uint16 s
        27 heart_rate uint8 bpm
        253 timestamp uint32 time
        """,
    ),
    "monitoring_info": (
        103,
        """
        0 local_timestamp uint32 time
        1 activity_type enum =activity_type
        3 cycles_to_distance uint16 m/cycle /5000
        4 cycles_to_calories uint16 kcal/cycle /5000
        5 resting_metabolic_rate uint16 kcal/day
        253 timestamp uint32 time
        """,
    ),
    "weight_scale": (
        30,
        """
        0 weight uint16 kg /100
        1 percent_fat uint16 % /100
        2 percent_hydration uint16 % /100
        253 timestamp uint32 time
        """,
    ),
    "split": (
        312,
        """
        0 split_type enum
        1 total_elapsed_time uint32 s /1000
        2 total_timer_time uint32 s /1000
        3 total_distance uint32 m /100
        4 avg_speed uint32 m/s /1000
        9 start_time uint32 time
        13 total_ascent uint16 m
        14 total_descent uint16 m
        21 start_position_lat sint32 deg /semicircle
        22 start_position_long sint32 deg /semicircle
        23 end_position_lat sint32 deg /semicircle
        24 end_position_long sint32 deg /semicircle
        25 max_speed uint32 m/s /1000
        26 avg_vert_speed sint32 m/s /1000
        27 end_time uint32 time
        28 total_calories uint32 kcal
        74 start_elevation uint32 m /5 -500
        110 total_moving_time uint32 s /1000
        254 message_index uint16
        """,
    ),
    "time_in_zone": (
        216,
        """
        0 reference_mesg uint16
        1 reference_index uint16
        2 time_in_hr_zone uint32 s /1000
        3 time_in_speed_zone uint32 s /1000
        4 time_in_cadence_zone uint32 s /1000
        5 time_in_power_zone uint32 s /1000
        6 hr_zone_high_boundary uint8 bpm
        7 speed_zone_high_boundary uint16 m/s /1000
        8 cadence_zone_high_bondary uint8 rpm
        9 power_zone_high_boundary uint16 W
        11 max_heart_rate uint8 bpm
        12 resting_heart_rate uint8 bpm
        13 threshold_heart_rate uint8 bpm
        15 functional_threshold_power uint16 W
        253 timestamp uint32 time
        """,
    ),
    "course": (
        31,
        """
        4 sport enum =sport
        5 name string
        7 sub_sport enum =sub_sport
        """,
    ),
}
